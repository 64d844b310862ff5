using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The township approves every file that matches the filter, after it has confirmed how many they are. Each row says what became of it.</summary>
public sealed class ApproveMatching(AppDbGate gate, TimeProvider clock)
{
    /// <summary>In one go.</summary>
    public const int Most = 500;

    /// <summary>The filter of the list, and the number that was shown and confirmed.</summary>
    public sealed record Input(Guid? VillageId, bool OnlyAgain, int Confirmed);

    /// <summary>One to five hundred.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Confirmed).InclusiveBetween(1, Most);
    }

    /// <summary>A household by its number, and the key of the rule that refused it; null when it was approved.</summary>
    public sealed record Row(Guid HouseholdId, string Number, string? RefusedBy);

    /// <summary>Approves them. Refused as a whole when their number is no longer the one that was confirmed.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Input input) => gate.ChangeAsync<IReadOnlyList<Row>>(Permission.CheckHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var files = await db.WaitingFiles(input.VillageId, input.OnlyAgain).OrderBy(f => f.SubmittedAt).ThenBy(f => f.Id).Take(Most + 1).ToListAsync();
        if (files.Count != input.Confirmed) throw new ChangedMeanwhile();
        var ids = files.ConvertAll(f => f.Id);
        var numbers = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Number);
        var rows = new List<Row>(files.Count);
        foreach (var file in files)
        {
            string? refused = null;
            try { file.Approve(db.Actor.StaffId, await db.TookPartAsync(file.Id, db.Actor.StaffId), "", clock.GetUtcNow()); }
            catch (RuleBroken no) { refused = no.TextKey; }
            rows.Add(new(file.Id, numbers.GetValueOrDefault(file.Id, ""), refused));
        }
        return rows;
    });
}
