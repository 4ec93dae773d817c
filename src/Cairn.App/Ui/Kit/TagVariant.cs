namespace Cairn.App.Ui.Kit;

/// <summary>Accent: the record says so ("On track"). Person: a person is asked for ("Needs more time").</summary>
public enum TagVariant
{
    Plain,
    Accent,
    Person,
}
