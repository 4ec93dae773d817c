namespace Cairn.App.Running;

/// <summary>Is the site about to stop? Then it is not ready for new visitors, while it still answers who is there.</summary>
internal sealed class Draining : IDisposable
{
    private readonly CancellationTokenSource _begun = new();
    private volatile bool _is;

    public bool Is => _is;

    /// <summary>Is cancelled when it begins: what would go on for hours ends then, and is taken up again elsewhere.</summary>
    public CancellationToken Begun => _begun.Token;

    public void Begin()
    {
        _is = true;
        _begun.Cancel();
    }

    public void Dispose() => _begun.Dispose();
}
