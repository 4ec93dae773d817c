using System.Text;
using Cairn.Drills.Record;
using Cairn.Storage;

namespace Cairn.Drills.Killed;

/// <summary>The process that is killed: many tasks record as fast as they are answered, and each answer is printed at once.</summary>
internal static class WritingProcess
{
    private const int Tasks = 12;

    /// <summary>Writes until it is killed, until nobody listens, or until each task has written its share.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="share">How often each task writes; null until it is killed.</param>
    /// <param name="isMaking">Does it make the district first?</param>
    public static async Task Run(DataFolder folder, int? share, bool isMaking)
    {
        await using var answers = Console.OpenStandardOutput();
        if (isMaking)
        {
            await Field.Make(folder);
            Print(answers, "made");
        }

        // Whoever started it is gone: nobody will kill it any more.
        if (share is null) _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            Environment.Exit(0);
        });
        await using var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System);
        var writer = district.Writer;
        Print(answers, "ready");
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(() => Write(writer, task, share ?? int.MaxValue, answers))));
    }

    private static async Task Write(Writer writer, int task, int share, Stream answers)
    {
        for (var i = 0; i < share; i++)
        {
            var seed = Guid.CreateVersion7();
            await writer.Record(Sown.Of(seed));
            Print(answers, $"W {task} {seed:N}");
            if (i % 6 != 5) continue;
            await writer.Record(Sown.Retraction(seed));
            Print(answers, $"R {task} {seed:N}");
        }
    }

    // One call of the system a line, which a pipe takes whole.
    private static void Print(Stream answers, string line)
    {
        lock (answers) answers.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
