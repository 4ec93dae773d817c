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
        catch (Exception wrong) when (IsUnreadable(wrong) && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, wrong);
        }
    }

    /// <summary>Is it the form's fault that it cannot be read: it ends too early, holds too much, or is in letters that nobody takes any more?</summary>
    public static bool IsUnreadable(Exception wrong) => wrong is InvalidDataException or NotSupportedException || (wrong is IOException and not BadHttpRequestException);
}
