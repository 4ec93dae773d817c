using System.Net;
using Cairn.App.Tests.Privacy;

namespace Cairn.App.Tests.Running;

/// <summary>A server has few connections for a district. Many wait for the writer at once, as at the end of a lesson: who only reads does not wait with them.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class WaitingTests
{
    /// <summary>More than a district may have connections on a server.</summary>
    private const int Writers = 60;

    [Fact]
    public async Task Whoever_waits_for_the_writer_holds_up_nobody_who_reads()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var site = await PrivacySite.Make();
        var kid = $"/learners/{site.Kid.Value:N}";
        using var mother = await site.As("mother");
        using var teacher = await site.As("teacher");
        using var mayGoOn = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holds = Task.Run(() => site.Family.District.District.Writer.Alone(_ =>
        {
            begun.SetResult();
            return mayGoOn.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
        }), cancel);
        await begun.Task.WaitAsync(cancel);

        var notes = Enumerable.Range(0, Writers).Select(_ => teacher.Send($"{kid}/notes", "text=Waits", "application/x-www-form-urlencoded")).ToList();
        try
        {
            // Time for them to arrive where they wait: whoever reads meanwhile is answered.
            for (var i = 0; i < 20; i++)
            {
                await Task.Delay(100, cancel);
                (await mother.Get(kid).WaitAsync(TimeSpan.FromSeconds(30), cancel)).Status.ShouldBe(HttpStatusCode.OK);
            }

            notes.ShouldAllBe(one => !one.IsCompleted);
        }
        finally
        {
            mayGoOn.Set();
        }

        (await holds).ShouldBeTrue();
        (await Task.WhenAll(notes)).ShouldAllBe(one => one.Status == HttpStatusCode.Found);
    }
}
