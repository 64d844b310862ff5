using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Households;

/// <summary>Where a ticket is turned into its file.</summary>
internal static class ExportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Csv = "text/csv; charset=utf-8";

    public static void MapExports(this WebApplication app) =>
        app.MapGet("/exports/{ticket:guid}", DownloadAsync).RequireAuthorization(nameof(Permission.ExportHouseholds));

    /// <summary>Where the file of a ticket is.</summary>
    public static string Address(Guid ticket) => $"/exports/{ticket}";

    private static async Task<IResult> DownloadAsync(Guid ticket, DownloadTickets tickets, ExportHouseholds export, IStringLocalizer<FindTexts> texts, HttpContext context)
    {
        if (context.User.SessionId() is not { } session || tickets.Take(ticket, session) is not { } ordered) return Results.NotFound();
        try
        {
            var file = await export.RunAsync(ordered, key => texts[key], context.RequestAborted);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.File, file.Form == SheetForm.Xlsx ? Workbook : Csv, file.FileName);
        }
        catch (Refusal no)
        {
            // The page asked before; between its question and this one a right or a row has gone.
            return Results.Redirect($"/households/export?refused={no.TextKey}");
        }
    }
}
