namespace Cairn.Interop.Case;

/// <summary>A place in a package, written as a JSON path only when somebody asks: <c>CFItems[12].fullStatement</c>.</summary>
internal sealed class CasePlace(CasePlace? inside, string name, int index = -1)
{
    /// <summary>The package itself.</summary>
    public static readonly CasePlace Root = new(null, "");

    /// <summary>A field of what stands here.</summary>
    public CasePlace Field(string field) => new(this, field);

    /// <summary>One of a list that stands here in a field.</summary>
    public CasePlace One(string field, int at) => new(this, field, at);

    /// <inheritdoc/>
    public override string ToString()
    {
        var before = inside?.ToString() ?? "";
        return $"{before}{(before.Length > 0 && name.Length > 0 ? "." : "")}{name}{(index < 0 ? "" : $"[{index}]")}";
    }
}
