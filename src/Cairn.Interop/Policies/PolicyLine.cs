using System.Text;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>A learner's case in, a line out: lets anyone try a policy. Shapes are those of <c>cairn policy audit</c>.</summary>
public static class PolicyLine
{
    /// <summary>Answers one case with one line of JSON.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="line">The case.</param>
    /// <param name="explain">With every node, everything unused, and what is missing?</param>
    /// <returns>The answer, and whether it is one: false for an error.</returns>
    public static (string Line, bool IsAnswer) Answer(Policy policy, string line, bool explain)
    {
        try
        {
            var audit = PolicyAudit.From(PolicyCase.Read(policy, line));
            return (Encoding.UTF8.GetString(AuditText.Write(json => AuditText.Write(json, audit, explain))), true);
        }
        catch (FormatException wrong)
        {
            return (Encoding.UTF8.GetString(AuditText.Write(json => json.WriteString("error", wrong.Message))), false);
        }
    }
}
