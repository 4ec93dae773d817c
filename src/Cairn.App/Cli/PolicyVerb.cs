using System.CommandLine;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.App.Cli;

/// <summary><c>cairn policy</c>: audits learners' cases, checks a policy, and says in words what is otherwise in another. It needs no data folder.</summary>
internal static class PolicyVerb
{
    public static Command Make(Terminal terminal) => new("policy", Say.Words["cli.policy"]) { PolicyAuditVerb.Make(terminal), Check(terminal), Diff(terminal) };

    private static Command Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Say.Words["cli.policy.policy"] };
        var verb = new Command("check", Say.Words["cli.policy.check"]) { file, DistrictOptions.Json() };
        verb.SetAction(asked => Check(asked.GetValue(file)!, asked.WantsJson(), terminal));
        return verb;
    }

    private static Command Diff(Terminal terminal)
    {
        var before = new Argument<string>("A") { Description = Say.Words["cli.policy.before"] };
        var after = new Argument<string>("B") { Description = Say.Words["cli.policy.after"] };
        var verb = new Command("diff", Say.Words["cli.policy.diff"]) { before, after, DistrictOptions.Json() };
        verb.SetAction(asked => Diff(asked.GetValue(before)!, asked.GetValue(after)!, asked.WantsJson(), terminal));
        return verb;
    }

    private static int Check(string file, bool wantsJson, Terminal terminal)
    {
        var read = PolicyFile.Read(file, terminal);
        var odd = read.Policy is null ? [] : PolicyCheck.Of(read.Policy);
        if (wantsJson)
        {
            terminal.AnswerJson(new
            {
                file, valid = read.Policy is not null, id = read.Policy?.Id, title = read.Policy?.Title, version = read.Policy?.Version, hash = read.Policy is null ? null : read.Hash,
                faults = read.Faults.Select(Remark), warnings = read.Warnings.Select(Remark),
                findings = odd.Select(one => new { path = one.Path, kind = one.Kind, mistake = one.IsMistake, other = one.Other, detail = one.Detail, words = PolicyWords.Of(one) }),
                facts = read.Policy is null ? [] : PolicyCheck.Facts(read.Policy).Select(one => new { name = one.Name, needed = one.IsNeeded, paths = one.Paths }),
            });
            if (read.Policy is null) PolicyFile.Tell(file, read.Faults, terminal.Err);
            return read.Policy is null ? CommandLine.Refused : CommandLine.Done;
        }

        if (read.Policy is not { } policy) throw PolicyFile.Refused(file, read, terminal);
        PolicyFile.Tell(file, read.Warnings, terminal.Out);
        foreach (var one in odd) terminal.Out.WriteLine(Say.Words[one.IsMistake ? "cli.policy.mistake" : "cli.policy.odd", ("words", Terminal.Shown(PolicyWords.Of(one)))]);
        var facts = PolicyCheck.Facts(policy).Select(one => one.Name).ToList();
        if (facts.Count > 0) terminal.Out.WriteLine(Say.Words["cli.policy.facts", ("facts", Terminal.Shown(string.Join(", ", facts)))]);
        terminal.Out.WriteLine(Say.Words["cli.policy.valid", ("file", file), ("mistakes", odd.Count(one => one.IsMistake)), ("hash", read.Hash)]);
        return CommandLine.Done;
    }

    private static int Diff(string before, string after, bool wantsJson, Terminal terminal)
    {
        if (before == "-" && after == "-") throw new UsageException(Say.Words["cli.policy.bothPiped"]);
        var changes = PolicyDiff.Between(PolicyFile.Sound(before, terminal), PolicyFile.Sound(after, terminal));
        if (wantsJson) terminal.AnswerJson(new { changes = changes.Select(one => new { path = one.Path, was = one.Before?.Path, kind = one.Kind, strictness = one.Strictness, words = PolicyWords.Of(one) }) });
        else if (changes.Count == 0) terminal.Out.WriteLine(Say.Words["cli.policy.same"]);
        else foreach (var one in changes) terminal.Out.WriteLine(Terminal.Shown(PolicyWords.Of(one)));
        return CommandLine.Done;
    }

    private static object Remark(PolicyRemark one) => new { line = one.Line, path = one.Path, words = one.Words };
}
