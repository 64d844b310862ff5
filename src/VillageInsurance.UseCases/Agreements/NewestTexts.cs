using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal static class NewestTexts
{
    /// <summary>The version of a text that is signed from now on.</summary>
    public static Task<ProgrammeText> NewestTextAsync(this AppDb db, TextKind kind, CancellationToken cancel = default) =>
        db.ProgrammeTexts.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Number).FirstAsync(cancel);
}
