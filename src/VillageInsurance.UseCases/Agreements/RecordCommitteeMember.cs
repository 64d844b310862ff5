using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The village, its township or the office records a member of the village committee, one of them as the cadre in charge of insurance.</summary>
public sealed class RecordCommitteeMember(AppDbGate gate)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="AsOffice">Whether the office records it, rather than the village or township.</param>
    public sealed record Input(Guid Id, Guid VillageId, string Name, string Post, bool InCharge, DateOnly? ResolvedOn, DateOnly From, bool AsOffice = false);

    /// <summary>Name and post are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.Name).NotEmpty().MaximumLength(60);
            RuleFor(i => i.Post).NotEmpty().MaximumLength(60);
        }
    }

    /// <summary>The right that records committees and leading groups.</summary>
    internal static Permission NeededBy(bool office) => office ? Permission.ManageProgramme : Permission.ReportLaunch;

    /// <summary>Records it. Refused for a second cadre in charge.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(NeededBy(input.AsOffice), async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.CommitteeMembers.SingleOrDefaultAsync(m => m.Id == input.Id) is { } first)
        {
            if ((first.VillageId, first.Name, first.Post, first.InCharge) != (input.VillageId, input.Name, input.Post, input.InCharge)) throw new AlreadyCreated(input.Id);
            return;
        }
        if (!await db.Areas.AnyAsync(a => a.Id == input.VillageId && a.Level == AreaLevel.Village)) throw new NotFound(nameof(Area), input.VillageId);
        await db.LockAsync($"committee {input.VillageId}");
        if (input.InCharge && await db.CommitteeMembers.AnyAsync(m => m.VillageId == input.VillageId && m.InCharge && m.To == null)) throw SeatRule.OneCadreInCharge.Broken();
        db.Add(new CommitteeMember(input.Id, input.VillageId, input.Name.Trim(), input.Post.Trim(), input.InCharge, input.ResolvedOn, input.From, db.Actor.StaffId));
    });
}
