namespace Cairn.App.Ui.Forms;

/// <summary>The fields of a form as they were sent.</summary>
internal static class SentForm
{
    /// <summary>Reads them; none where no form was sent.</summary>
    /// <exception cref="BadHttpRequestException">What was sent is no form that can be read: the sender's fault, not ours.</exception>
    public static async Task<IFormCollection> Of(HttpRequest request)
    {
        if (!request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync();
        }
        catch (InvalidDataException wrong)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, wrong);
        }
    }
}
