using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Applications;

/// <summary>The address under which an attachment opens. The use case decides who may.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this WebApplication app) =>
        app.MapGet("/files/{id:guid}", OpenAsync).RequireAuthorization(nameof(Permission.ViewApplications));

    private static async Task<IResult> OpenAsync(Guid id, OpenFile open, HttpContext context)
    {
        try
        {
            var file = await open.RunAsync(id, context.RequestAborted);
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
