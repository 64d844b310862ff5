using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>What the form of a correction begins with: the checked file's values as they stand, sealed ones masked.</summary>
public sealed class CorrectionStart(AppDbGate gate, Vault vault)
{
    /// <summary>The household and its present members; whether a change is asked for at all.</summary>
    public sealed record View(Guid Id, int Version, string Number, string Head, PlaceName? Place, bool MayAsk, IReadOnlyDictionary<CorrectedField, string?> Values, IReadOnlyList<Member> Members);

    /// <summary>A present member with the values of the file.</summary>
    public sealed record Member(Guid PersonId, string Name, IReadOnlyDictionary<CorrectedField, string?> Values);

    /// <summary>Reads it. Only who keeps the household finds it.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        var h = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var values = await FileValues.LoadAsync(db, h);
        var status = await db.HouseholdFiles.Where(f => f.Id == householdId).Select(f => (FileStatus?)f.Status).SingleOrDefaultAsync(cancel);
        var places = await db.PlaceNamesAsync([h.VillageId], cancel);
        return new View(h.Id, h.Version, h.Number, NamesInClear.Shown(db.Actor, h, h.HeadName), places.GetValueOrDefault(h.VillageId), status == FileStatus.Checked && h.LeftOn is null,
            Shown(values, null, h.Phone is { } phone ? Masking.Number(vault.Open(PersonalCells.Phone, h.Id, phone)) : null),
            [.. values.Members.Select(p => new Member(p.Id, NamesInClear.Shown(db.Actor, h, p.Name),
                Shown(values, p.Id, p.IdNumber is { } number ? Masking.Number(vault.Open(PersonalCells.IdNumber, p.Id, number)) : null)))]);
    }, cancel);

    private static Dictionary<CorrectedField, string?> Shown(FileValues values, Guid? personId, string? masked) =>
        Enum.GetValues<CorrectedField>().Where(f => f.IsOfMember() == personId is not null).ToDictionary(f => f, f => FileValues.IsSealed(f) ? masked : values.Of(personId, f));
}
