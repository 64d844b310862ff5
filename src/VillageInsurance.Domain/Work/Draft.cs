using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Work;

/// <summary>What a person has typed into a form and not yet sent. It lives on the server, so that a lost line or a restart loses nothing.</summary>
[PersonTable]
public sealed class Draft(Guid id, Guid staffId, string form, Guid recordId, byte[] content, DateTimeOffset savedAt) : Entity(id)
{
    /// <summary>Who typed it; nobody else sees it.</summary>
    [NotPersonal] public Guid StaffId { get; private init; } = staffId;

    /// <summary>The form's name.</summary>
    [NotPersonal] public string Form { get; private init; } = form;

    /// <summary>The record that the form is about, or that it will create.</summary>
    [NotPersonal] public Guid RecordId { get; private init; } = recordId;

    /// <summary>The form's fields as JSON, sealed: an identity-card number lies in it before it lies in its own column.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public byte[] Content { get; private set; } = content;

    /// <summary>When it was saved last.</summary>
    [NotPersonal] public DateTimeOffset SavedAt { get; private set; } = savedAt;

    /// <summary>Takes what is typed now.</summary>
    public void Save(byte[] content, DateTimeOffset at) => (Content, SavedAt) = (content, at);
}
