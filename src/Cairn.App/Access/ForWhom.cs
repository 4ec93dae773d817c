using Cairn.App.Ui.Layout;
using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.App.Access;

/// <summary>
/// The check of every door, and what the reference of access is made from: for whom a route is stands beside the route, once. Who is not
/// signed in is asked to; whom nothing is for finds nothing; who sees a learner and may not do this to them is told so.
/// </summary>
internal static class ForWhom
{
    /// <summary>Says for whom a route is, or every route of a group, and lets nobody else through.</summary>
    /// <param name="route">The route, or group.</param>
    /// <param name="who">For whom.</param>
    /// <param name="needs">The right to the learner whom the address names.</param>
    /// <param name="learner">The part of the address that names the learner.</param>
    public static T For<T>(this T route, Who who, Rights needs = Rights.None, string learner = "id")
        where T : IEndpointConventionBuilder => route.For(new Audience(who, needs, learner));

    /// <summary>Says for whom a route is, and lets nobody else through.</summary>
    public static T For<T>(this T route, Audience audience)
        where T : IEndpointConventionBuilder
    {
        route.WithMetadata(audience);
        return audience.Who.HasFlag(Who.Anyone) ? route : route.AddEndpointFilter(SignedIn.Only).AddEndpointFilter((context, next) => Check(context, next, audience));
    }

    private static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Audience audience)
    {
        var (http, visit) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<Visit>());
        // Of a route in a group the narrower one counts: what the group says is looked at where the route says nothing.
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audience>() is { } last && last != audience) return await next(context);
        if (Refusal(http, visit, audience) is not { } why) return await next(context);
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        return SignedIn.Refuse(why);
    }

    /// <summary>What stands in an actor's way; null where nothing does.</summary>
    private static RefusalKind? Refusal(HttpContext http, Visit visit, Audience audience)
    {
        var admits = audience.Admits(visit.Actor);
        if (audience.Needs == Rights.None)
        {
            if (!admits) return RefusalKind.NotFound;
        }
        else
        {
            if (!Guid.TryParse(http.Request.RouteValues[audience.Learner] as string, out var id) || !visit.Scope.May(new LearnerId(id), Rights.See)) return RefusalKind.NotFound;
            if (!admits || !visit.Scope.May(new LearnerId(id), audience.Needs)) return RefusalKind.NotAllowed;
        }

        return visit.Actor!.MayWrite || audience.IsOpenWhileViewing || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? null : RefusalKind.NotAllowed;
    }
}
