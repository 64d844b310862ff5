using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Products;

/// <summary>A numbered version of a product: drafted by one person, published by another. The version that holds is the product itself, which the figures read.</summary>
public sealed class ProductVersion(Guid id, Guid productId, string code, int number, ProductTerms terms, Guid draftedById, DateTimeOffset draftedAt) : Entity(id)
{
    /// <summary>The product; it comes to be when its first version is published.</summary>
    public Guid ProductId { get; private init; } = productId;

    /// <summary>The product's code.</summary>
    public string Code { get; private init; } = code;

    /// <summary>From 1, within the product.</summary>
    public int Number { get; private init; } = number;

    /// <summary>What it says.</summary>
    public ProductTerms Terms { get; private set; } = terms;

    /// <summary>Where it stands.</summary>
    public ProductVersionStatus Status { get; private set; } = ProductVersionStatus.Draft;

    /// <summary>Who drafted it, or brought the list that names it.</summary>
    public Guid DraftedById { get; private init; } = draftedById;

    /// <summary>When.</summary>
    public DateTimeOffset DraftedAt { get; private init; } = draftedAt;

    /// <summary>Who published it; null while it is a draft.</summary>
    public Guid? PublishedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Published by a list, as a product's first version: nothing held before that it could change.</summary>
    public bool ByList { get; private init; }

    /// <summary>The next version of a product. Refused when it contradicts itself, and when it says what holds already.</summary>
    public static ProductVersion Draft(Guid id, Guid productId, string code, int number, ProductTerms terms, ProductTerms? current, Guid byId, DateTimeOffset at)
    {
        RequireSound(terms, current);
        return new(id, productId, code, number, terms, byId, at);
    }

    /// <summary>The first version of a product that a list brought: published with it.</summary>
    public static ProductVersion OfList(Guid id, Product product, Guid byId, DateTimeOffset at) =>
        new(id, product.Id, product.Code, 1, product.Terms, byId, at) { ByList = true, Status = ProductVersionStatus.Published, PublishedById = byId, PublishedAt = at };

    /// <summary>Writes it anew. Refused once it is no draft, and to anybody but its drafter.</summary>
    public void Edit(ProductTerms terms, ProductTerms? current, Guid editorId)
    {
        Require(Status == ProductVersionStatus.Draft, ProductRule.OnlyADraftIsEdited);
        Require(editorId == DraftedById, ProductRule.OnlyItsDrafterEditsADraft);
        RequireSound(terms, current);
        Terms = terms;
    }

    /// <summary>Publishes it; from now on it holds. Refused to its drafter.</summary>
    public void Publish(Guid publisherId, DateTimeOffset at)
    {
        Require(Status == ProductVersionStatus.Draft, ProductRule.OnlyADraftIsPublished);
        Require(publisherId != DraftedById, ProductRule.NobodyPublishesTheirOwn);
        (Status, PublishedById, PublishedAt) = (ProductVersionStatus.Published, publisherId, at);
    }

    /// <summary>Puts a draft aside.</summary>
    public void Discard()
    {
        Require(Status == ProductVersionStatus.Draft, ProductRule.OnlyADraftIsDiscarded);
        Status = ProductVersionStatus.Discarded;
    }

    /// <summary>A later version holds now.</summary>
    public void GiveWay() => Status = ProductVersionStatus.Superseded;

    private static void RequireSound(ProductTerms terms, ProductTerms? current)
    {
        Require(!(terms.ValidTo < terms.ValidFrom), ProductRule.ItEndsNotBeforeItBegins);
        Require(current is null || !terms.SaysTheSameAs(current), ProductRule.ADraftChangesSomething);
    }
}

/// <summary>Where a version stands.</summary>
public enum ProductVersionStatus { Draft, Published, Superseded, Discarded }
