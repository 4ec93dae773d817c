namespace Cairn.App.Features.Expectations;

/// <summary>Every route about what helps learners to show what they know.</summary>
internal static class ExpectationsDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowHelps.Map(routes);
        ChangeHelp.Map(routes);
        SayLanguage.Map(routes);
    }
}
