using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>A transaction that only reads: every query of the context sees the record as of the moment of its first.</summary>
internal sealed class OneMoment : IDisposable
{
    private readonly Db _db;
    private readonly DbTransaction _reading;

    public OneMoment(Db db, DbTransaction reading)
    {
        (_db, _reading) = (db, reading);
        db.Database.UseTransaction(reading);
    }

    public void Dispose()
    {
        _db.Database.UseTransaction(null);
        _reading.Dispose();
        _db.Database.CloseConnection();
    }
}
