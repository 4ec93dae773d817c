namespace Cairn.App.Tests.Web;

/// <summary>The routes of credit: what is earned, awarding, policies, agreements, appeals, exceptions.</summary>
public sealed partial class RouteMatrixTests
{
    private static Row[] Credit =>
    [
        new("/learners/{id:guid}/credits", "/learners/{own}/credits", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/credits/{award:guid}/reverse", "/learners/{own}/credits/{own}/reverse", 401, 403, 404, 403, 404, 404, "POST"),
        new("/learners/{id:guid}/credits/policies/{policy:guid}", "/learners/{own}/credits/policies/{own}", 401, 403, 404, 404, 404, 404),
        new("/learners/{id:guid}/credits/policies/{policy:guid}/panel", "/learners/{own}/credits/policies/{own}/panel", 401, 403, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/credits/policies/{policy:guid}/vote", "/learners/{own}/credits/policies/{own}/vote", 401, 403, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/credits/policies/{policy:guid}/panel/end", "/learners/{own}/credits/policies/{own}/panel/end", 401, 403, 404, 404, 404, 404, "POST"),
        new("/credits/policies", "/credits/policies", 401, 404, 404, 404, 404, 200),
        new("/credits/policies/new", "/credits/policies/new", 401, 404, 404, 404, 404, 200),
        new("/credits/policies/{policy:guid}", "/credits/policies/{own}", 401, 404, 404, 404, 404, 404),
        new("/learners/{id:guid}/agreements", "/learners/{own}/agreements", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/agreements/new", "/learners/{own}/agreements/new", 401, 403, 404, 200, 404, 200),
        new("/learners/{id:guid}/agreements/{agreement:guid}", "/learners/{own}/agreements/{own}", 401, 403, 404, 404, 404, 404),
        new("/learners/{id:guid}/agreements/{agreement:guid}/sign", "/learners/{own}/agreements/{own}/sign", 401, 404, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/agreements/{agreement:guid}/close", "/learners/{own}/agreements/{own}/close", 401, 403, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/appeals", "/learners/{own}/appeals", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/appeals/{appeal:guid}", "/learners/{own}/appeals/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/credits/appeals", "/credits/appeals", 401, 404, 404, 404, 404, 200),
        new("/credits/appeals/{appeal:guid}", "/credits/appeals/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/waivers", "/learners/{own}/waivers", 401, 403, 404, 403, 404, 200),
        new("/learners/{id:guid}/waivers/{waiver:guid}", "/learners/{own}/waivers/{own}", 401, 403, 404, 403, 404, 404, "POST"),
        new("/learners/{id:guid}/achievements", "/learners/{own}/achievements", 401, 403, 404, 200, 404, 200),
        new("/learners/{id:guid}/achievements/{one:guid}/end", "/learners/{own}/achievements/{own}/end", 401, 403, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/attestations", "/learners/{own}/attestations", 401, 403, 404, 403, 404, 200, "POST"),
        new("/learners/{id:guid}/attestations/{one:guid}/end", "/learners/{own}/attestations/{own}/end", 401, 403, 404, 403, 404, 404, "POST"),
    ];
}
