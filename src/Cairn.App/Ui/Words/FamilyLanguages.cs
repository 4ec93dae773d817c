namespace Cairn.App.Ui.Words;

/// <summary>Marks a page that families read: it is whole in every language that has a file, also in one that says the pages of families only.</summary>
internal sealed record FamilyLanguages;

/// <summary>Which pages those are.</summary>
internal static class FamilyLanguagesOfRoutes
{
    /// <summary>Says that a page is whole in the languages of families.</summary>
    public static T InFamilyLanguages<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new FamilyLanguages());

    /// <summary>Is this request for such a page?</summary>
    public static bool IsForFamilies(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<FamilyLanguages>() is not null;
}
