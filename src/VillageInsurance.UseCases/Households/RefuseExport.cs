using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Households;

/// <summary>A second person does not allow a long list in clear, and says why.</summary>
public sealed class RefuseExport(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The request as it was seen, and the opinion: why not.</summary>
    public sealed record Input(Guid RequestId, int SeenVersion, string Opinion);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
    }

    /// <summary>Decides. Refused to who asked, and a second time.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideExports, async db =>
    {
        input.MustMeet(new InputRules());
        var request = await db.ExportRequests.FindAsSeenAsync(input.RequestId, input.SeenVersion);
        request.Refuse(db.Actor.StaffId, input.Opinion, clock.GetUtcNow());
        await db.ClearQueueOfAsync(request.Id);
        db.Add(QueueItem.For(request.AskedById, QueueKind.ExportDecided, request.Id, clock.GetUtcNow(), request.VillageId));
    });
}
