namespace Cairn.App.Ui.Kit;

/// <summary>Primary stands once on a page; Person asks a person for something; Quiet is for what may be overlooked.</summary>
public enum ButtonVariant
{
    Plain,
    Primary,
    Person,
    Quiet,
}
