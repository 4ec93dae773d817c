namespace Cairn.App.Ui.Layout;

/// <summary>The frame around a page: a rail for staff, tabs for a learner or a family, nothing at the entrance.</summary>
public enum Shell
{
    Staff,
    Person,
    Gate,
}
