using Microsoft.AspNetCore.Mvc;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.CheckSlips;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.CheckSlips;

/// <summary>Takes a slip's number by an ordinary form, and knows the addresses of slips.</summary>
internal static class SlipEndpoints
{
    public static void MapCheckSlips(this WebApplication app) => app.MapPost("/households/{id:guid}/slip/print", PrintAsync).RequireAuthorization(nameof(Permission.PrintSlips));

    /// <summary>Where a household's slip is given out.</summary>
    public static string PrintAddress(Guid householdId) => $"/households/{householdId}/slip/print";

    /// <summary>Where a slip's number and day are checked.</summary>
    public static string VerifyAddress(string number, DateOnly on, string proof) => $"/slip?n={Uri.EscapeDataString(number)}&d={on.Day()}&p={proof}";

    private static async Task<IResult> PrintAsync(Guid id, [FromForm] Guid slipId, PrintSlip print)
    {
        try
        {
            await print.RunAsync(new(slipId, id));
            return Results.Redirect($"/households/{id}/slip?slip={slipId}&now=true");
        }
        catch (NotFound) { return Results.NotFound(); }
        catch (NotPermitted) { return Results.Forbid(); }
        catch (AlreadyCreated) { return Results.Conflict(); }
        catch (InvalidInput) { return Results.BadRequest(); }
    }
}
