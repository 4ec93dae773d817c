using System.Data.Common;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Storage.Backups;

/// <summary>Reads every row once by the program's own types: what they cannot be made of would else be found by somebody, some day.</summary>
internal static class WholeReading
{
    private static readonly MethodInfo Each = typeof(WholeReading).GetMethod(nameof(EachOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <exception cref="RefusedException">A row cannot be read.</exception>
    public static void Of(Db db)
    {
        foreach (var table in db.Model.GetEntityTypes().Where(one => !one.IsOwned() && one.GetTableName() is not null && !one.HasSharedClrType))
        {
            try
            {
                Each.MakeGenericMethod(table.ClrType).Invoke(null, [db]);
            }
            catch (TargetInvocationException wrong) when (wrong.InnerException is DbException server)
            {
                ExceptionDispatchInfo.Throw(server);
            }
            catch (TargetInvocationException wrong) when (wrong.InnerException is not OutOfMemoryException)
            {
                throw new RefusedException(BackupArchive.Crafted($"{table.GetTableName()} holds a row that cannot be read").Message, wrong.InnerException);
            }
        }
    }

    private static void EachOf<T>(Db db)
        where T : class
    {
        foreach (var _ in db.Set<T>().AsNoTracking()) { }
    }
}
