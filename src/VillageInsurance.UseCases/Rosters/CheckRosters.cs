using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Checks the lists of a folder on the server against each other and the register. Nothing is stored.</summary>
public sealed class CheckRosters(AppDbGate gate, Vault vault, TimeProvider clock, ImportRules rules)
{
    /// <summary>The folder.</summary>
    public sealed record Input(string Folder);

    /// <summary>There is one.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>A folder that can be read.</summary>
        public InputRules() => RuleFor(i => i.Folder).NotEmpty().Must(Directory.Exists);
    }

    /// <summary>Checks, and gives all that was found.</summary>
    public Task<IReadOnlyList<RosterIssue>> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<RosterIssue>>(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var check = new FolderCheck(input.Folder, rules.TestRegionAllowed, clock.Today());
        check.Check(await db.Areas.Where(a => a.Level == AreaLevel.Village).Select(a => a.Name).Distinct().ToListAsync(cancel));
        await RegisterAnswers.ConsiderAsync(db, vault, check.Questions, cancel);
        return check.Issues;
    }, cancel);
}
