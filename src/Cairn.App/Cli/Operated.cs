using System.Data.Common;
using Cairn.App.Signing;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Cli;

/// <summary>Who acts at the command line, for the journal: the operator of the machine, through a verb.</summary>
internal static class Operated
{
    // PostgreSQL's word for a database, or a server, that may only be read.
    private const string ReadOnly = "25006";

    public static Acting By(string verb) => Acting.Operator with { Where = $"cairn {verb}" };

    /// <summary>Signs what a verb wrote: nobody waits for the hour.</summary>
    public static Task Sign(DataFolder folder, District district) => new Checkpoints(folder, district).Make();

    /// <summary>Tells the journal whose records a verb showed or took away. Where another process has the district, or it may only be read, it says that nobody could be told:
    /// whoever runs the machine could read the file as well.</summary>
    public static async Task Tell(DataFolder folder, string district, string verb, JournalAct act, IReadOnlyList<LearnerId> learners, Terminal terminal)
    {
        try
        {
            await using var open = District.OpenExisting(folder, district, toWrite: true, TimeProvider.System);
            await open.Writer.Tell(turn => turn.Disclosed(act, learners), By(verb) with { Purpose = "operating" });
        }
        catch (Exception wrong) when (wrong is RefusedException || wrong.GetBaseException() is DbException { SqlState: ReadOnly })
        {
            await terminal.Err.WriteLineAsync(Say.Words["cli.notTold"]);
        }
    }
}
