using Cairn.App.Files;

namespace Cairn.App.Features.Transcripts;

/// <summary>Transcripts: to read, to print, to share, to issue, to put right; and to check without an account.</summary>
internal static class TranscriptsDoor
{
    public static IServiceCollection AddTranscripts(this IServiceCollection services) => services.AddSingleton<PdfPrinter>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowTranscript.Map(routes);
        PrintTranscript.Map(routes);
        ShareTranscript.Map(routes);
        OpenTranscript.Map(routes);
        CheckRecord.Map(routes);
        IssueRecord.Map(routes);
        EditProfile.Map(routes);
    }
}
