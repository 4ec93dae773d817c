using System.Security.Cryptography;
using System.Text;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Api.Cairn;

/// <summary>
/// A write through the API: one transaction that holds the effect, its journal and the answer under its key. A retry gets the same bytes,
/// whatever happened between. An answer that broke is kept by nobody, for its transaction was undone.
/// </summary>
internal static class ApiWrite
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Answers a write.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="acting">Who acts, for the journal.</param>
    /// <param name="isKeyNeeded">Has the request to bring a key?</param>
    /// <param name="work">Does it in the turn of the writer, or says why not; then it has changed nothing.</param>
    public static async Task<ApiAnswer> Run(HttpContext http, ApiCaller caller, SentBody body, Acting acting, bool isKeyNeeded, Func<WriteTurn, ApiAnswer> work)
    {
        var (key, isGood) = IdempotencyKey.Of(http.Request);
        if (!isGood || (key is null && isKeyNeeded)) return ApiAnswer.Of(Problems.Find("key-needed", "One header Idempotency-Key of 1 to 128 visible ASCII characters, such as a UUID."));
        if (key is null) return await caller.District.Writer.Alone(work, acting);
        var limits = http.RequestServices.GetRequiredService<ApiLimits>();
        if (!limits.BeginAnswer(caller.District.Name, caller.Id, key)) return ApiAnswer.Of(Problems.Find("in-progress"), TimeSpan.FromSeconds(1));
        try
        {
            var asked = Hash(http.Request, body.Bytes);
            return await caller.District.Writer.Alone(turn => Once(turn, caller.Id, key, asked, work), acting);
        }
        finally
        {
            limits.Answered(caller.District.Name, caller.Id, key);
        }
    }

    private static ApiAnswer Once(WriteTurn turn, Guid caller, string key, byte[] asked, Func<WriteTurn, ApiAnswer> work)
    {
        // Kept answers are of the moment, and no row of the journal.
        var since = turn.Now - Kept;
        turn.Db.KeptAnswers.Where(one => one.At < since).ExecuteDelete();
        if (turn.Db.KeptAnswers.AsNoTracking().FirstOrDefault(one => one.Client == caller && one.Key == key) is { } kept)
            return kept.Asked.AsSpan().SequenceEqual(asked) ? ApiAnswer.Again(kept) : ApiAnswer.Of(Problems.Find("key-reused"));
        var answer = work(turn);
        turn.Db.Add(new KeptAnswer(caller, key, asked, answer.Status, answer.ContentType, answer.Bytes, turn.Now));
        return answer;
    }

    // What makes a request the same one.
    private static byte[] Hash(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
