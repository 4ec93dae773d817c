using Cairn.App.Access.Providers;
using Cairn.App.Outbound;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>What was typed of a provider. A secret is read where it is sealed, and never comes back on a page.</summary>
internal static class ProviderTyped
{
    /// <summary>What it describes, with what is wrong with it said beside the fields.</summary>
    /// <param name="typed">The form.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="rules">Where Cairn may fetch from.</param>
    /// <param name="known">The provider that is changed: its issuer stays. Null for a new one.</param>
    public static ProviderAsked Read(Typed typed, Words words, OutboundRules rules, SignInProvider? known = null)
    {
        var tenant = typed["tenant"];
        var issuer = known?.Issuer ?? typed["issuer"].Replace("{tenant}", Uri.EscapeDataString(tenant), StringComparison.Ordinal);
        var asked = new ProviderAsked(typed["name"], issuer, typed["client"], typed["claim"], typed["source"], tenant);
        if (ProviderRules.Fault(asked, rules) is not ProviderFault.None and var fault) typed.Refuse(FieldOf(fault), words[$"provider.fault.{fault}"]);
        if (typed["secret"].Length > ProviderRules.LongestSecret) typed.Refuse("secret", words["form.tooLong", ("most", ProviderRules.LongestSecret), ("count", typed["secret"].Length)]);
        return asked;
    }

    /// <summary>Whose keys a claim may hold: sources of rosters that were brought, and usernames.</summary>
    public static IReadOnlyList<string> Sources(Db db) => [.. db.ImportRuns.AsNoTracking().Where(one => one.Kind == "roster" && one.AppliedAt != null).Select(one => one.Source).Distinct().ToList().Order(StringComparer.Ordinal)];

    private static string FieldOf(ProviderFault fault) => fault switch
    {
        ProviderFault.Name => "name",
        ProviderFault.Issuer => "issuer",
        ProviderFault.Client => "client",
        ProviderFault.Tenant => "tenant",
        _ => "claim",
    };
}
