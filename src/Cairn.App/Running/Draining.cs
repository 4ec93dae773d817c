namespace Cairn.App.Running;

/// <summary>Is the site about to stop? Then it is not ready for new visitors, while it still answers who is there.</summary>
internal sealed class Draining
{
    private volatile bool _is;

    public bool Is => _is;

    public void Begin() => _is = true;
}
