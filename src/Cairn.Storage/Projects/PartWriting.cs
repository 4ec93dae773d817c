using Cairn.Learning;
using Cairn.Learning.Projects;

namespace Cairn.Storage.Projects;

/// <summary>Writes the parts of a project that are to be done: by its team and its educators, as long as it goes on.</summary>
public static class PartWriting
{
    /// <summary>The most parts of a project.</summary>
    public const int Most = 40;

    /// <summary>Adds a part behind the others.</summary>
    public static ProjectOutcome Add(WriteTurn turn, Scope scope, ProjectId id, string title, DateOnly? dueOn) => Change(turn, scope, id, null, parts =>
    {
        // A form that is sent twice adds one: nobody means two that are to be done alike.
        if (parts.Exists(one => one.Title == title && one.DueOn == dueOn && one.DoneOn is null)) return ProjectOutcome.Done;
        if (parts.Count >= Most) return ProjectOutcome.NotNow;
        turn.Db.Add(new Deliverable(id, parts.Count == 0 ? 1 : parts.Max(one => one.Position) + 1, title, dueOn, null));
        return ProjectOutcome.Done;
    });

    /// <summary>Says that a part is done, or is not after all.</summary>
    public static ProjectOutcome Tick(WriteTurn turn, Scope scope, ProjectId id, int position, bool isDone) => Change(turn, scope, id, position, parts =>
    {
        var part = parts.Single(one => one.Position == position);
        // Ticked twice, by two of a team: the first day stands.
        if (isDone != part.DoneOn.HasValue) turn.Db.Entry(part).CurrentValues.SetValues(new { DoneOn = isDone ? scope.Today : (DateOnly?)null });
        return ProjectOutcome.Done;
    });

    /// <summary>Writes a part anew.</summary>
    public static ProjectOutcome Edit(WriteTurn turn, Scope scope, ProjectId id, int position, string title, DateOnly? dueOn) => Change(turn, scope, id, position, parts =>
    {
        turn.Db.Entry(parts.Single(one => one.Position == position)).CurrentValues.SetValues(new { Title = title, DueOn = dueOn });
        return ProjectOutcome.Done;
    });

    /// <summary>Takes a part out.</summary>
    public static ProjectOutcome Remove(WriteTurn turn, Scope scope, ProjectId id, int position) => Change(turn, scope, id, position, parts =>
    {
        turn.Db.Remove(parts.Single(one => one.Position == position));
        return ProjectOutcome.Done;
    });

    // A tick is no text: two who tick two parts at once do not stand in each other's way, so no version is asked for.
    private static ProjectOutcome Change(WriteTurn turn, Scope scope, ProjectId id, int? position, Func<List<Deliverable>, ProjectOutcome> change) => ProjectWriting.Change(turn, scope, id, null, (project, _) =>
    {
        if (!project.IsOpen) return ProjectOutcome.NotNow;
        List<Deliverable> parts = [.. turn.Db.Deliverables.Where(one => one.Project == id)];
        if (position is { } at && !parts.Exists(one => one.Position == at)) return ProjectOutcome.NotThere;
        var outcome = change(parts);
        if (outcome == ProjectOutcome.Done) project.Touch();
        return outcome;
    });
}
