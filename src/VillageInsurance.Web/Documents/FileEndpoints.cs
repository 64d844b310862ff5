using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.Web.Documents;

/// <summary>The address under which an attachment opens. The use case decides who may.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this WebApplication app) =>
        app.MapGet("/files/{kind}/{id:guid}", OpenAsync).RequireAuthorization();

    /// <summary>Where a file opens.</summary>
    public static string Address(EvidenceKind kind, Guid id) => $"/files/{kind}/{id}";

    private static async Task<IResult> OpenAsync(EvidenceKind kind, Guid id, OpenFile open, HttpContext context)
    {
        try
        {
            var file = await open.RunAsync(kind, id, context.RequestAborted);
            // A scan must not become a page of ours, whatever is in it.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.Content, file.MediaType, file.FileName);
        }
        catch (NotFound)
        {
            return Results.NotFound();
        }
    }
}
