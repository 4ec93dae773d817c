using System.Text;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>The answer to one case.</summary>
/// <param name="Line">A line of JSON.</param>
/// <param name="Wrong">What is wrong with the case, and where; empty where it was audited.</param>
public readonly record struct PolicyAnswer(string Line, string Wrong)
{
    /// <summary>Was it audited?</summary>
    public bool IsAnswer => Wrong.Length == 0;
}

/// <summary>A learner's case in, a line out: lets anyone try a policy. Shapes are those of <c>cairn policy audit</c>.</summary>
public static class PolicyLine
{
    /// <summary>Answers one case with one line of JSON.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="line">The case.</param>
    /// <param name="explain">With every node, everything unused, and what is missing?</param>
    /// <param name="number">Which line of the cases it is, from 1: an error names it.</param>
    public static PolicyAnswer Answer(Policy policy, string line, bool explain, int number = 1)
    {
        try
        {
            var ask = PolicyCase.Read(policy, line);
            return new(Encoding.UTF8.GetString(explain ? AuditText.Bytes(PolicyAudit.From(ask)) : AuditText.Bytes(PolicyVerdict.From(ask))), "");
        }
        catch (FormatException wrong)
        {
            return Refused(wrong.Message, number);
        }
    }

    /// <summary>The answer to a line that is no case.</summary>
    /// <param name="wrong">What is wrong with it: some words.</param>
    /// <param name="number">Which line of the cases it is, from 1.</param>
    public static PolicyAnswer Refused(string wrong, int number) => new(
        Encoding.UTF8.GetString(AuditText.Write(json =>
        {
            json.WriteNumber("line", number);
            json.WriteString("error", wrong);
        })), wrong);
}
