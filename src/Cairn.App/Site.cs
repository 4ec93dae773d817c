using Cairn.App.Access.Accounts;
using Cairn.App.Access;
using Cairn.App.Api.Cairn;
using Cairn.App.Beginning;
using Cairn.App.Features.Accounts;
using Cairn.App.Features.Assessing;
using Cairn.App.Features.Badges;
using Cairn.App.Features.Boards;
using Cairn.App.Features.Captures;
using Cairn.App.Features.Clients;
using Cairn.App.Features.Competencies;
using Cairn.App.Features.Conversions;
using Cairn.App.Features.Credits;
using Cairn.App.Features.Emergencies;
using Cairn.App.Features.Evidence;
using Cairn.App.Features.Expectations;
using Cairn.App.Features.Transfers;
using Cairn.App.Features.Flex;
using Cairn.App.Features.Beginnings;
using Cairn.App.Features.Frameworks;
using Cairn.App.Features.Grades;
using Cairn.App.Features.Grids;
using Cairn.App.Features.Home;
using Cairn.App.Features.Imports;
using Cairn.App.Features.Journal;
using Cairn.App.Features.Languages;
using Cairn.App.Features.Learners;
using Cairn.App.Features.Office;
using Cairn.App.Features.People;
using Cairn.App.Features.Placements;
using Cairn.App.Features.Projects;
using Cairn.App.Features.SignIn;
using Cairn.App.Features.Simulations;
using Cairn.App.Features.Tasks;
using Cairn.App.Features.Transcripts;
using Cairn.App.Features.Workshop;
using Cairn.App.Jobs;
using Cairn.App.Running;
using Cairn.App.Ui.Words;
using Cairn.App.Ui;
using Cairn.Storage;

namespace Cairn.App;

/// <summary>The web application: what it is made of, and every route.</summary>
internal static class Site
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Builds the site over a data folder; with no district only the front page answers.</summary>
    public static WebApplication Build(DataFolder folder, District? district, string urls, TimeProvider clock, bool isMany = false, SiteOptions? options = null)
    {
        options ??= new SiteOptions();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "cairn" });
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.AddRunning(options, clock);
        builder.Services.AddUi(http => ReaderLanguage.Of(http.Request, http.RequestServices.GetRequiredService<Served>().Terms.Usual), http => http.RequestServices.GetRequiredService<Served>().Terms,
            IsFamily);
        builder.Services.AddSingleton(clock).AddSingleton(folder).AddSingleton(_ => new OpenDistricts(folder, district, clock, isMany)).AddScoped(ServedHere).AddSingleton<GridFrames>().AddSingleton<FirstRun>().AddScoped<FirstEntrance>().AddScoped<OtherBeginnings>().AddScoped<Visit>();
        builder.Services.AddAccounts();
        builder.Services.AddSingleton<LongWork>().AddScoped<ImportWork>().AddPrivacy().AddSingleton<Disclosure>().AddSingleton<Verifications>();
        builder.Services.AddSingleton<LiveStreams>();
        builder.Services.AddTranscripts();
        builder.Services.AddSingleton<LongWork>().AddScoped<ImportWork>().AddPrivacy().AddCaptures().AddSingleton<Disclosure>().AddSingleton<Verifications>();
        builder.Services.AddSingleton<LongWork>().AddScoped<ImportWork>().AddPrivacy().AddFamilies().AddSingleton<Disclosure>().AddSingleton<Verifications>();
        ApiDoor.Add(builder.Services);
        builder.Services.AddResponseCompression(Compress);

        var app = builder.Build();
        var ending = new Ending(app.Lifetime);
        app.Use(ending.Turn);
        app.UseFirst(options);
        app.Use(AtItsHost);
        app.Use(Doors.HeadAsGet);
        // What fails clears the answer, its headers too.
        var failed = ((IApplicationBuilder)app).New();
        failed.Use(Doors.Headers).Use(ApiDoor.Failed).Run(SignedIn.Failed);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = failed.Build(),
            // What was sent in a way that nobody can read is the sender's fault, and nothing for whoever is on call.
            SuppressDiagnosticsCallback = trouble => trouble.Exception is Microsoft.AspNetCore.Http.BadHttpRequestException,
        });
        app.Use(ending.Quietly);
        // Here, and not at the very beginning: HEAD must have become GET before a route is chosen.
        app.UseRouting();
        app.Use(RequestWatch.Keep);
        app.Use(Doors.SameOrigin);
        app.Use(app.Services.GetRequiredService<RateDoor>().Ask);
        app.Use(BadgeScope.Check);
        app.UseResponseCompression();
        app.MapUi();
        FrontPage.Map(app);
        FirstRunPages.Map(app);
        var doors = app.MapGroup("").InFamilyLanguages();
        SignInByLink.Map(doors);
        EnterByPassword.Map(doors);
        EnterBySecond.Map(doors);
        EnterByPasskey.Map(doors);
        EnterByProvider.Map(doors);
        ChooseHat.Map(doors);
        ProveAgain.Map(doors);
        AskForReset.Map(doors);
        SetNewPassword.Map(doors);
        AcceptInvitation.Map(doors);
        ConfirmEmail.Map(doors);
        ClaimLearner.Map(doors);
        BindMentor.Map(app);
        AccountDoor.Map(app);
        ListAccounts.Map(app);
        ShowOffice.Map(app);
        ShowMore.Map(app);
        ChooseLanguage.Map(app);
        BadgesDoor.Map(app);
        BoardsDoor.Map(app);
        ListLearners.Map(app);
        ShowGrid.Map(app);
        ShowLearner.Map(app);
        ShowCompetency.Map(app);
        ExplainCompetency.Map(app);
        DecideLevel.Map(app);
        ListWork.Map(app);
        CapturesDoor.Map(app);
        EvidenceFilesDoor.Map(app);
        AssessingDoor.Map(app);
        PlanningDoor.Map(app);
        ExpectationsDoor.Map(app);
        TransfersDoor.Map(app);
        ShowLooks.Map(app);
        ShowJournal.Map(app);
        ShowFramework.Map(app);
        PeopleDoor.Map(app);
        TakeAccess.Map(app);
        ListPlacements.Map(app);
        Door.Map(app);
        ImportsDoor.Map(app);
        ClientsDoor.Map(app);
        ApiDoor.Map(app);
        PrivacyDoor.Map(app);
        FamilyDoor.Map(app);
        ProjectsDoor.Map(app);
        PacingDoor.Map(app);
        FlexDoor.Map(app);
        TasksDoor.Map(app);
        ConversionsDoor.Map(app);
        TryDraft.Map(app);
        CreditsDoor.Map(app);
        Features.Diplomas.DiplomasDoor.Map(app);
        GradesDoor.Map(app);
        TranscriptsDoor.Map(app);
        Health.Map(app);
        ShowMeasures.Map(app);
        app.MapFallback("{*path}", SignedIn.NotFound).For(Who.Anyone).OpenToBadges();
        return app;
    }

    // The district is known before anything else is, and stays open while it is answered from.
    private static async Task AtItsHost(HttpContext http, RequestDelegate next)
    {
        // Addresses of pages are made of it: one that makes no address is refused before anything is looked for.
        if (!Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}/", UriKind.Absolute, out _))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var lease = http.RequestServices.GetRequiredService<OpenDistricts>().At(http.Request.Host.Host.TrimEnd('.'));
        http.Items[typeof(Served)] = http.RequestServices.GetRequiredService<FirstRun>().InTheMaking(http) ?? lease.Served;
        await next(http);
    }

    // A page that says that something failed asks nothing more of a record that may be out of reach.
    private static bool IsFamily(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is null && http.RequestServices.GetRequiredService<Visit>().Session?.Actor.Kind == ActorKind.Guardian;

    private static Served ServedHere(IServiceProvider services) =>
        (Served)services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Items[typeof(Served)]!;

    private static void Compress(Microsoft.AspNetCore.ResponseCompression.ResponseCompressionOptions compression)
    {
        compression.Providers.Add<Microsoft.AspNetCore.ResponseCompression.BrotliCompressionProvider>();
        compression.Providers.Add<Microsoft.AspNetCore.ResponseCompression.GzipCompressionProvider>();
    }
}
