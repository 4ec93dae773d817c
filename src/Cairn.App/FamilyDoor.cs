using Cairn.App.Access;
using Cairn.App.Features.Conferences;
using Cairn.App.Features.Families;
using Cairn.App.Features.Messages;
using Cairn.App.Features.Reports;
using Cairn.App.Jobs;
using Cairn.App.Notices;
using Cairn.Storage;

namespace Cairn.App;

/// <summary>What families see and take part in: their one screen, the work behind it, conferences, reports, messages.</summary>
internal static class FamilyDoor
{
    public static IServiceCollection AddFamilies(this IServiceCollection services) => services.AddSingleton<HeldLetters>().AddScoped<Letters>()
        .AddHostedService(all => new HeldLettersDue(() => [.. all.GetRequiredService<OpenDistricts>().Now().Select(one => Served.Of(all.GetRequiredService<DataFolder>(), one))], all.GetRequiredService<HeldLetters>(),
            all.GetRequiredService<Mailer>(), all.GetRequiredService<SiteAddress>().Of, all.GetRequiredService<TimeProvider>()))
        .AddHostedService(all => new WeeklyLettersDue(() => [.. all.GetRequiredService<OpenDistricts>().Now().Select(one => Served.Of(all.GetRequiredService<DataFolder>(), one))],
            all.GetRequiredService<Mailer>(), all.GetRequiredService<SiteAddress>().Of, all.GetRequiredService<TimeProvider>()));

    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowFamily.Map(routes);
        ShowFamilyWork.Map(routes);
        HoldConference.Map(routes);
        ShowReport.Map(routes);
        PrintReports.Map(routes);
        ListMessages.Map(routes);
        LimitMessages.Map(routes);
        ReadConversation.Map(routes);
        BeginConversation.Map(routes);
        ReadBack.Map(routes);
        TellGroup.Map(routes);
        ChooseNotices.Map(routes);
        StopLetters.Map(routes);
    }
}
