namespace Cairn.App.Ui.Forms;

/// <summary>
/// The fields of a page that have a fault, by their labels: the list of faults stands above the fields, and is told by them what they are called.
/// One for each request.
/// </summary>
internal sealed class FaultyFields
{
    private readonly List<(string Name, string Why, string Key, string Label)> _fields = [];
    private readonly List<string> _loose = [];
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    /// <summary>Is told of each field that says its label.</summary>
    public event EventHandler? Named;

    /// <summary>A list of faults stands on the page from here on.</summary>
    public void List(Typed typed) => _loose.AddRange(typed.Faults.Keys);

    /// <summary>A field with a fault says its label, and where it is.</summary>
    public void Name(string name, string why, string key, string label)
    {
        _loose.Remove(name);
        _fields.Add((name, why, key, label));
        Named?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Boxes with the name of a fault: the first of them is where its list leads.</summary>
    /// <returns>The place of the first one; null for the others.</returns>
    public string? Begins(string name)
    {
        if (!_loose.Remove(name)) return null;
        _first[name] = $"{name}-first";
        Named?.Invoke(this, EventArgs.Empty);
        return _first[name];
    }

    /// <summary>Where a fault is, and what its field is called; empty where no field says so.</summary>
    public (string Key, string Label) Of(string name, string why) => _fields.FirstOrDefault(one => one.Name == name && one.Why == why) is { Key: { } key } found ? (key, found.Label) : (_first.GetValueOrDefault(name, name), "");
}
