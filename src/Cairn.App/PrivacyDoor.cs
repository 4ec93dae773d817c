using Cairn.App.Features.Amendments;
using Cairn.App.Features.Archives;
using Cairn.App.Features.Consents;
using Cairn.App.Features.Erasures;
using Cairn.App.Features.FamilyRights;
using Cairn.App.Features.Notes;
using Cairn.App.Jobs;

namespace Cairn.App;

/// <summary>Pages of privacy work: what families may ask for and decide, and what those do who answer for it.</summary>
internal static class PrivacyDoor
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<KeptArchives>().AddSingleton<ErasuresDue>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        YourRights.Map(routes);
        AskArchive.Map(routes);
        AskAmendment.Map(routes);
        DecideAmendments.Map(routes);
        AnswerConsents.Map(routes);
        ListOptedOut.Map(routes);
        WriteNotes.Map(routes);
        ShowErasures.Map(routes);
    }
}
