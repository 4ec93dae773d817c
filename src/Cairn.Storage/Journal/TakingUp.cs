using System.Reflection;
using Cairn.Learning.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>Takes into the journal what was recorded before there was one, as it stands.</summary>
internal static class TakingUp
{
    private static readonly MethodInfo RowsMethod = typeof(TakingUp).GetMethod(nameof(RowsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Every row of a table, as the model reads it.</summary>
    public static IEnumerable<object> Rows(Db db, Type type) => (IEnumerable<object>)RowsMethod.MakeGenericMethod(type).Invoke(null, [db])!;

    /// <summary>Takes up a district whose journal is empty; nothing where it is not.</summary>
    public static void Run(District district, DateTime now)
    {
        // What was recorded is read beside the transaction that writes it down: one connection does not do both at once.
        using var read = district.Open();
        using var db = district.Open();
        using var transaction = db.Database.BeginTransaction();
        var head = district.Engine.LockHead(db);
        Into(district.Engine, db, head, type => Rows(read, type), now);
        transaction.Commit();
    }

    /// <summary>Takes up a district whose journal is empty, within a transaction that holds the head.</summary>
    public static void Into(Engine engine, Db db, HeadRow head, Func<Type, IEnumerable<object>> rows, DateTime now)
    {
        if (head.Tree.Length > 0) return;
        var pen = new JournalPen(engine, db, head, now) { Acting = Acting.System with { Where = "migrate", Purpose = "taken up" } };
        foreach (var (_, type, way) in JournalKinds.All.Where(one => one.Way is not (JournalWay.Draft or JournalWay.Told)))
            foreach (var row in rows(type))
            {
                pen.Added(row);
                pen.FlushMuch();
            }

        foreach (var version in db.FrameworkVersions.AsNoTracking().Where(one => one.AdoptedAt != null).OrderBy(one => one.AdoptedAt).Select(one => one.Id).ToList())
            pen.Tell(JournalAct.Adopted, (typeof(FrameworkVersion), version.Value), null, AdoptedContent.Told(engine, db, version));
        pen.Flush();
        db.SaveChanges();
    }

    private static IEnumerable<object> RowsOf<T>(Db db)
        where T : class => db.Set<T>().AsNoTracking().AsEnumerable();
}
