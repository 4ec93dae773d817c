using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Captures;
using Cairn.Storage.Files;

namespace Cairn.App.Files;

/// <summary>What became of a step of a capture.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="State">How far it is.</param>
internal sealed record Step(int Status, CaptureState State);

/// <summary>
/// Captures of whoever asks: begun, brought part by part, and finished in one turn when all is whole. A device may do every step again:
/// what arrived is not stored twice, whatever was killed meanwhile.
/// </summary>
internal sealed class Capturing(Visit visit, Words words)
{
    private readonly Uploads _uploads = new(visit.Served.Folder.FolderOf(visit.Served.District!.Name));

    private Guid Person => visit.Actor!.Person;

    /// <summary>Begins a capture, or goes on with it; one without files is finished at once.</summary>
    public async Task<Step> Begin(CaptureSaid said, CancellationToken cancel)
    {
        // Before anything is looked at: a queue is of one person, and never sent in another's session.
        if (said.By != Person) return Refused(said.Id, StatusCodes.Status403Forbidden, "owner");
        if (!said.IsGood) return Refused(said.Id, StatusCodes.Status400BadRequest, "invalid");
        using var turn = await _uploads.Turn(Person, said.Id, cancel);
        if (Saved(said.Id) is { } saved) return CaptureRows.IsSame(visit.Db, new PersonId(Person), said.Ask(visit.Served.Zone, visit.Now), [.. said.Files.Select(one => one.Sha256)], visit.Day) ? saved : Refused(said.Id, StatusCodes.Status409Conflict, "other");
        if (Fault(said) is { } fault) return fault;
        var whole = said.Files.Sum(one => one.Size);
        if (said.Files.FirstOrDefault(one => one.Size > CaptureLimits.Largest) is { } largest) return Refused(said.Id, StatusCodes.Status413PayloadTooLarge, "large", largest.Name);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(said, CaptureJson.Default.CaptureSaid);
        if (_uploads.SaidOf(Person, said.Id) is not { } before)
        {
            var open = _uploads.Of(Person).Select(one => Read(one.Said)).ToList();
            if (open.Count >= CaptureLimits.MostOpen || open.Sum(one => one.Files.Sum(file => file.Size)) + whole + CaptureRows.BytesOf(visit.Db, new PersonId(Person), visit.Now.AddDays(-1)) > CaptureLimits.Day)
                return Refused(said.Id, StatusCodes.Status413PayloadTooLarge, "day");
            _uploads.Begin(Person, said.Id, bytes);
        }
        else if (!before.AsSpan().SequenceEqual(bytes)) return Refused(said.Id, StatusCodes.Status409Conflict, "other");

        return await Finish(said, cancel);
    }

    /// <summary>Takes a part of a file.</summary>
    public async Task<Step> Bring(Guid key, int file, long from, Stream part, CancellationToken cancel)
    {
        using var turn = await _uploads.Turn(Person, key, cancel);
        if (Saved(key) is { } saved) return saved;
        if (_uploads.SaidOf(Person, key) is not { } before || Read(before) is not { } said || file < 0 || file >= said.Files.Count) return Refused(key, StatusCodes.Status404NotFound, "missing");
        var taken = await _uploads.Append(Person, key, file, from, said.Files[file].Size, part, cancel);
        return taken switch
        {
            PartTaken.Taken => await Finish(said, cancel),
            PartTaken.WrongPlace => new Step(StatusCodes.Status409Conflict, Waiting(said) with { Error = "place" }),
            PartTaken.TooLong => Refused(key, StatusCodes.Status413PayloadTooLarge, "large"),
            _ => Refused(key, StatusCodes.Status404NotFound, "missing"),
        };
    }

    /// <summary>How far a capture is; null where whoever asks has none with this key.</summary>
    public Step? Look(Guid key) => Saved(key) ?? (_uploads.SaidOf(Person, key) is { } before ? new Step(StatusCodes.Status200OK, Waiting(Read(before))) : null);

    /// <summary>Drops a capture that did not arrive yet.</summary>
    public async Task Drop(Guid key, CancellationToken cancel)
    {
        using var turn = await _uploads.Turn(Person, key, cancel);
        _uploads.Remove(Person, key);
    }

    private async Task<Step> Finish(CaptureSaid said, CancellationToken cancel)
    {
        if (said.Files.Index().Any(one => _uploads.LengthOf(Person, said.Id, one.Index) < one.Item.Size)) return new Step(StatusCodes.Status200OK, Waiting(said));
        // Asked before anything is kept, and again in the turn that stores it.
        if (Fault(said) is { } fault) return Dropped(fault);
        var store = new FileStore(visit.Served.Folder.FolderOf(visit.Served.District!.Name));
        var files = new List<CapturedFile>();
        foreach (var (i, one) in said.Files.Index())
        {
            if (await _uploads.HashOf(Person, said.Id, i) != one.Sha256)
            {
                // It comes again from its beginning.
                _uploads.Forget(Person, said.Id, i);
                return new Step(StatusCodes.Status422UnprocessableEntity, Waiting(said) with { Error = "hash", Text = words["capture.error.hash"] });
            }

            await using var sent = _uploads.Open(Person, said.Id, i)!;
            var (kept, why) = await KeepFile.In(store, sent, one.Sha256, one.Name, cancel);
            if (kept is null) return Dropped(Refused(said.Id, why == "large" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType, why, one.Name));
            files.Add(kept with { Words = one.Words?.Trim() ?? "" });
        }

        var (wrong, pieces) = await visit.Write(turn => CaptureRows.Store(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), said.Ask(visit.Served.Zone, turn.Now), files, visit.Frameworks, visit.Day), purpose: "capture");
        if (wrong != CaptureFault.None) return Dropped(Refused(said.Id, wrong));
        _uploads.Remove(Person, said.Id);
        return new Step(StatusCodes.Status201Created, Arrived(said.Id, pieces));
    }

    private Step? Saved(Guid key)
    {
        if (CaptureRows.PiecesOf(visit.Db, new PersonId(Person), key) is not { Count: > 0 } pieces) return null;
        // What a process that was killed left behind.
        _uploads.Remove(Person, key);
        return new Step(StatusCodes.Status200OK, Arrived(key, pieces));
    }

    private CaptureState Arrived(Guid key, IReadOnlyList<EvidenceId> pieces) => new(key, "saved", [], [.. pieces.Select(one => one.Value)])
    {
        Of = [.. visit.Scope.LearnersOf(pieces).Select(one => new CapturedOf(one.Piece.Value, one.Learner.Id.Value, one.Learner.FullName, visit.Actor!.IsEducator && visit.Scope.May(one.Learner.Id, Rights.Judge)))],
    };

    private Step? Fault(CaptureSaid said) => CaptureRows.FaultOf(visit.Db, visit.Scope, said.Ask(visit.Served.Zone, visit.Now), visit.Frameworks, visit.Day, visit.Now) is var fault and not CaptureFault.None ? Refused(said.Id, fault) : null;

    private Step Refused(Guid key, CaptureFault fault) => fault switch
    {
        CaptureFault.NotFound => Refused(key, StatusCodes.Status404NotFound, "learner"),
        CaptureFault.NotAllowed => Refused(key, StatusCodes.Status403Forbidden, "allowed"),
        CaptureFault.InFuture => Refused(key, StatusCodes.Status400BadRequest, "future"),
        CaptureFault.BeforeEnrollment => Refused(key, StatusCodes.Status400BadRequest, "before"),
        CaptureFault.TooLongAgo => Refused(key, StatusCodes.Status400BadRequest, "long"),
        _ => Refused(key, StatusCodes.Status400BadRequest, "competency"),
    };

    // Of several files it is said which one.
    private Step Refused(Guid key, int status, string why, string file) 
    {
        var state = Refused(key, status, why).State;
        return new Step(status, state with { Text = words["capture.error.file", ("name", file), ("why", state.Text!)] });
    }

    // Each as a whole, so that it is found where words are looked for.
    private Step Refused(Guid key, int status, string why) => new(status, new CaptureState(key, "refused", [], [], why, why switch
    {
        "owner" => words["capture.error.owner"],
        "learner" => words["capture.error.learner"],
        "allowed" => words["capture.error.allowed"],
        "future" => words["capture.error.future"],
        "before" => words["capture.error.before"],
        "long" => words["capture.error.long"],
        "competency" => words["capture.error.competency"],
        "large" => words["capture.error.large"],
        "type" => words["capture.error.type"],
        "broken" => words["capture.error.broken"],
        "picture" => words["capture.error.picture"],
        "day" => words["capture.error.day"],
        "other" => words["capture.error.other"],
        "missing" => words["capture.error.missing"],
        _ => words["capture.error.invalid"],
    }));

    // The device has it still, and whoever holds it decides.
    private Step Dropped(Step why)
    {
        _uploads.Remove(Person, why.State.Id);
        return why;
    }

    private CaptureState Waiting(CaptureSaid said) => new(said.Id, "waiting", [.. said.Files.Index().Select(one => _uploads.LengthOf(Person, said.Id, one.Index))], []);

    private static CaptureSaid Read(byte[] said) => JsonSerializer.Deserialize(said, CaptureJson.Default.CaptureSaid)!;
}
