namespace Cairn.App.Api.Cairn;

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="At">Where: a JSON pointer into the body, or the name of a query parameter or header.</param>
/// <param name="Rule">What is asked for instead.</param>
internal sealed record Fault(string At, string Rule);

/// <summary>Why something was not done, as RFC 9457 says it. Its type never changes; its words are for whoever writes the other system.</summary>
/// <param name="Type">The kind of problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What is special to this one.</param>
/// <param name="Errors">What is wrong, place by place.</param>
internal sealed record Problem(string Type, string Title, int Status, string? Detail = null, IReadOnlyList<Fault>? Errors = null);

/// <summary>Every kind of problem that the API answers with.</summary>
internal static class Problems
{
    // Whoever sends thousands of wrong names is not sent them back.
    private const int MostErrors = 50;
    private const string Space = "urn:cairn:problem:";

    /// <summary>All of them, for the reference.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        Of("unreadable", 400, "The request cannot be read."), Of("unknown-field", 400, "The request holds a field that nobody asks for."), Of("invalid", 400, "A value is missing or not allowed."),
        Of("key-needed", 400, "This request needs an Idempotency-Key."), Of("token-needed", 401, "A token or a session is needed."), Of("token-invalid", 401, "The token does not work."),
        Of("not-allowed", 403, "This is not allowed."), Of("scope-needed", 403, "The token lacks a scope."), Of("not-found", 404, "Nothing is found."), Of("in-progress", 409, "The same request is being answered."),
        Of("again", 409, "It is so already."), Of("stale", 412, "It was changed meanwhile."), Of("too-large", 413, "The body is too large."), Of("media-type", 415, "The body is not JSON."), Of("rule", 422, "A rule of the record stands against it."),
        Of("key-reused", 422, "The Idempotency-Key was used for another request."), Of("version-needed", 428, "This request needs If-Match."), Of("too-many", 429, "Too many requests."),
        Of("failed", 500, "Something broke here."), Of("not-ready", 503, "No district is served here."),
    ];

    public static Problem Unreadable(string detail) => Find("unreadable") with { Detail = detail };

    /// <summary>What is wrong with what was sent; a field that nobody asks for comes first.</summary>
    public static Problem Invalid(IReadOnlyList<Fault> errors) =>
        errors.Any(one => one.Rule == SentPart.Unknown) ? Find("unknown-field") with { Errors = [.. errors.Take(MostErrors)] } : Find("invalid") with { Errors = [.. errors.Take(MostErrors)] };

    public static Problem NotFound(string? at = null) => Find("not-found") with { Errors = at is null ? null : [new Fault(at, "a row that the asker sees")] };

    public static Problem NotAllowed(string detail, string? at = null) => Find("not-allowed") with { Detail = detail, Errors = at is null ? null : [new Fault(at, detail)] };

    public static Problem Rule(string at, string rule) => Find("rule") with { Errors = [new Fault(at, rule)] };

    public static Problem Find(string name, string? detail = null) => All.First(one => one.Type == Space + name) with { Detail = detail };

    private static Problem Of(string name, int status, string title) => new(Space + name, title, status);
}
