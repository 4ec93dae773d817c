namespace Cairn.App.Access;

/// <summary>Marks a door that a program of another site knocks at for somebody, as a mailbox does to end letters: what it does is in a sealed address, and no cookie is asked.</summary>
internal sealed record OneClick;
