namespace Cairn.App.Tests.Web;

/// <summary>The routes of transcripts: to read, print, share, issue and check.</summary>
public sealed partial class RouteMatrixTests
{
    private static Row[] OfTranscripts =>
    [
        new("/learners/{id:guid}/transcript", "/learners/{own}/transcript", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/transcript/courses", "/learners/{own}/transcript/courses", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/transcript/file", "/learners/{own}/transcript/file", 401, 200, 404, 200, 404, 200),
        // Of no format: what is printed, and by what, is said in PdfTests.
        new("/learners/{id:guid}/transcript/{format}.pdf", "/learners/{own}/transcript/nothing.pdf", 401, 404, 404, 404, 404, 404),
        // Who teaches shares nothing, and is told so: that is for the family, and for who keeps the official record.
        new("/learners/{id:guid}/transcript/shares", "/learners/{own}/transcript/shares", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/transcript/shares/{share:guid}", "/learners/{own}/transcript/shares/{own}", 401, 404, 404, 403, 404, 404, "POST"),
        new("/learners/{id:guid}/records", "/learners/{own}/records", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/records/errata", "/learners/{own}/records/errata", 401, 403, 404, 403, 404, 400, "POST"),
        new("/learners/{id:guid}/records/errata/{erratum:guid}", "/learners/{own}/records/errata/{own}", 401, 403, 404, 403, 404, 400, "POST"),
        new("/transcripts/profile", "/transcripts/profile", 401, 404, 404, 404, 404, 200),
        new("/t/{token}", "/t/guessed", 404, 404, 404, 404, 404, 404),
        new("/v", "/v", 200, 200, 200, 200, 200, 200),
        new("/v/{code}", "/v/AAAA-AAAA", 404, 404, 404, 404, 404, 404),
        new("/v/key", "/v/key", 200, 200, 200, 200, 200, 200),
        new("/v/withdrawn", "/v/withdrawn", 200, 200, 200, 200, 200, 200),
    ];
}
