using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Households;

/// <summary>Where a ticket is turned into its file.</summary>
internal static class ExportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Csv = "text/csv; charset=utf-8";

    public static void MapExports(this WebApplication app)
    {
        app.MapGet("/exports/{ticket:guid}", DownloadAsync).RequireAuthorization(nameof(Permission.ExportHouseholds));
        app.MapGet("/exports/long/{job:guid}", OpenAsync).RequireAuthorization(nameof(Permission.ExportHouseholds));
    }

    /// <summary>Where the file of a ticket is.</summary>
    public static string Address(Guid ticket) => $"/exports/{ticket}";

    /// <summary>Where the file of a long export is, for who asked for it.</summary>
    public static string LongAddress(Guid job) => $"/exports/long/{job}";

    private static async Task<IResult> DownloadAsync(Guid ticket, DownloadTickets tickets, ExportHouseholds export, IStringLocalizer<FindTexts> texts, HttpContext context)
    {
        if (context.User.SessionId() is not { } session || tickets.Take(ticket, session) is not { } ordered) return Results.NotFound();
        try
        {
            var file = await export.RunAsync(ordered, key => texts[key], context.RequestAborted);
            return FileOf(file, context);
        }
        catch (Refusal no)
        {
            // The page asked before; between its question and this one a right or a row has gone.
            return Results.Redirect($"/households/export?refused={no.TextKey}");
        }
    }

    private static async Task<IResult> OpenAsync(Guid job, OpenLongExport open, HttpContext context)
    {
        try
        {
            return FileOf(await open.RunAsync(new(job), context.RequestAborted), context);
        }
        catch (NotFound)
        {
            return Results.NotFound();
        }
        catch (Refusal no)
        {
            return Results.Redirect($"/households/export?refused={no.TextKey}");
        }
    }

    private static IResult FileOf(ExportHouseholds.View file, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.File, file.Form == SheetForm.Xlsx ? Workbook : Csv, file.FileName);
    }
}
