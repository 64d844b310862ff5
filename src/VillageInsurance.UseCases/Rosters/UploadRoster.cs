using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Takes a village's roster in, as a file or as pasted rows, and asks for its check. The register stays as it is.</summary>
public sealed class UploadRoster(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <summary>At most 10 MB.</summary>
    public const int MostBytes = 10_000_000;

    /// <param name="Id">The roster's id, made by whoever received the file; the job's id as well.</param>
    /// <param name="AreaId">The village, or the village group, that it lists.</param>
    /// <param name="CutOff">The day that it describes.</param>
    public sealed record Input(Guid Id, Guid AreaId, string FileName, string Source, string Basis, DateOnly NoticeOn, DateOnly CutOff, ReadOnlyMemory<byte> Content);

    /// <summary>The legal basis is complete, the days can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.AreaId).NotEmpty();
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Source).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Basis).NotEmpty().MaximumLength(200);
            RuleFor(i => i.NoticeOn).GreaterThan(new DateOnly(2000, 1, 1)).LessThanOrEqualTo(clock.Today());
            RuleFor(i => i.CutOff).GreaterThan(new DateOnly(2000, 1, 1)).LessThanOrEqualTo(clock.Today());
        }
    }

    /// <param name="BatchId">The roster: this one, or the one that brought the same file before.</param>
    /// <param name="WasThere">Whether it is the one before, which is not yet undone.</param>
    public sealed record View(Guid BatchId, bool WasThere, Guid StaffId);

    /// <summary>Takes it in. Refused: a village or group outside the actor's, an agent who may not work there, a file that no reader should touch.</summary>
    public Task<View> RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules(clock));
        if (input.Content.Length > MostBytes) throw new RosterRefused(FileFault.TooBig);
        var place = await PlaceAsync(db, input.AreaId);
        if (db.Actor.RolesFor(Permission.ImportRosters).Contains(Role.ResidentAgent)) await db.RequireReadyAgentAsync(db.Actor.StaffId, place.VillageId, place.GroupId, clock.Today());
        var content = input.Content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await db.RosterBatches.FirstOrDefaultAsync(b => b.VillageId == place.VillageId && b.GroupId == place.GroupId && b.FileHash == hash && b.State != RosterState.Undone && b.State != RosterState.Refused && b.State != RosterState.Closed) is { } first)
            return new View(first.Id, true, db.Actor.StaffId);
        RosterFile.Refuse(content);
        await RosterFile.PutAsync(store, vault, input.Id, content);
        var batch = new RosterBatch(input.Id, place.VillageId, place.GroupId, input.FileName, hash, input.Source, input.Basis, input.NoticeOn, input.CutOff, db.Actor.StaffId, clock.GetUtcNow());
        batch.Await(input.Id, RosterState.Checking);
        db.Add(batch);
        db.Add(RosterJobs.Begin(input.Id, batch, RosterAct.Check, db.Actor.StaffId, clock.GetUtcNow()));
        return new View(batch.Id, false, db.Actor.StaffId);
    });

    private static async Task<FigurePlace> PlaceAsync(AppDb db, Guid areaId)
    {
        var area = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == areaId && (a.Level == AreaLevel.Village || a.Level == AreaLevel.Group)) ?? throw new NotFound(nameof(Area), areaId);
        var place = area.Level == AreaLevel.Group ? new FigurePlace(area.ParentId!.Value, area.Id) : new FigurePlace(area.Id);
        return db.Actor.May(Permission.ImportRosters, place) ? place : throw new OutOfScope(area.Id);
    }
}

/// <summary>The file is refused as a whole, by name of its reason.</summary>
public sealed class RosterRefused(FileFault fault) : Refusal($"The file is refused: {fault}.")
{
    /// <summary>The reason.</summary>
    public FileFault Fault => fault;

    /// <inheritdoc />
    public override string TextKey => $"FileFault.{fault}";
}
