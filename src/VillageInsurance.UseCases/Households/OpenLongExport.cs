using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Households;

/// <summary>Gives the file of a long export to who asked for it, within a day. Each time leaves its event.</summary>
public sealed class OpenLongExport(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <summary>The job.</summary>
    public sealed record Input(Guid JobId);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.JobId).NotEmpty();
    }

    /// <summary>Opens it. Not found when it is somebody else's. Refused after a day, and when a right or a village that it was written with is gone.</summary>
    public Task<ExportHouseholds.View> RunAsync(Input input, CancellationToken cancel = default) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var me = db.Actor.StaffId;
        var job = await db.JobRequests.AsNoTracking().Where(j => j.StaffId == me && j.Kind == JobKind.Export).FindOrRefuseAsync(input.JobId, cancel);
        if (LongExports.UntilOf(job, clock.GetUtcNow()) is null || LongExports.WrittenOf(job) is not { } written) throw ExportRule.TheFileIsKeptForADay.Broken();
        RequireRights(db.Actor, written, LongExports.OrderOf(vault, job).InClear);
        db.AuditEvents.Add(db.Operation);
        db.AuditChanges.Add(AuditChange.Of(db.Operation, AuditChange.Exported, "Export", job.Id));
        using var buffer = new MemoryStream();
        await using (var stored = await store.OpenAsync(LongExports.KeyOf(job.Id), cancel)) await stored.CopyToAsync(buffer, cancel);
        return new ExportHouseholds.View(new MemoryStream(LongExports.Open(vault, job.Id, buffer.ToArray())), written.FileName, written.Form, written.Rows, written.Hash);
    });

    private static void RequireRights(Actor actor, LongExports.Written written, bool inClear)
    {
        if (inClear && actor.ScopeOf(Permission.RevealPersonalInfo) is null) throw new NotPermitted(Permission.RevealPersonalInfo);
        var scope = actor.ScopeOf(Permission.ExportHouseholds)!;
        var has = scope.IsWholeCounty || written.Areas is { } areas && areas.All(a => scope.VillageIds.Contains(a) || scope.GroupIds.Contains(a));
        if (!has) throw new NotPermitted(Permission.ExportHouseholds);
    }
}
