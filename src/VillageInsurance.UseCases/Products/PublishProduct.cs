using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Products;

/// <summary>A second person publishes a product's draft: from then on it is what the figures, the household desk and the lists go by. Figures that were frozen with a declaration stay.</summary>
public sealed class PublishProduct(AppDbGate gate)
{
    /// <summary>The draft as it was seen.</summary>
    public sealed record Input(Guid Id, int SeenVersion);

    /// <summary>A draft is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Publishes it. Refused to its drafter, once it is no draft, and when it changed meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PublishProducts, async db =>
    {
        input.MustMeet(new InputRules());
        var draft = await db.ProductVersions.FindAsSeenAsync(input.Id, input.SeenVersion);
        foreach (var before in await db.ProductVersions.Where(v => v.ProductId == draft.ProductId && v.Status == ProductVersionStatus.Published).ToListAsync()) before.GiveWay();
        draft.Publish(db.Actor.StaffId, db.Operation.At);
        await db.HoldAsync(draft);
        await db.ClearQueueOfAsync(draft.ProductId, QueueKind.ProductToPublish);
    });
}
