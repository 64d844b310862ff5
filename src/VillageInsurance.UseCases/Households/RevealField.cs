using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Shows one masked value in clear, for a reason that the audit keeps; at most thirty in an hour.</summary>
public sealed class RevealField(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The value and why it is needed.</summary>
    public sealed record Input(RevealedField Field, Guid RecordId, string Reason);

    /// <summary>A reason that says something.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Not empty, not long.</summary>
        public InputRules()
        {
            RuleFor(i => i.Field).IsInEnum();
            RuleFor(i => i.Reason).NotEmpty().MinimumLength(2).MaximumLength(200);
        }
    }

    /// <summary>Gives the value in clear; null when there is none. Refused: outside the area, and the thirty-first in an hour.</summary>
    public Task<string?> RunAsync(Input input) => gate.ChangeAsync(Permission.RevealPersonalInfo, async db =>
    {
        input.MustMeet(new InputRules());
        await db.RefuseTooManyRevealsAsync(clock.GetUtcNow());
        return input.Field switch
        {
            RevealedField.IdNumber => Open(db, PersonalCells.IdNumber, await db.Persons.AsNoTracking().FindOrRefuseAsync(input.RecordId), p => p.IdNumber, input),
            RevealedField.HealthNote => Open(db, PersonalCells.HealthNote, await db.Persons.AsNoTracking().FindOrRefuseAsync(input.RecordId), p => Of(p.HealthNote), input),
            RevealedField.Signature => Open(db, PersonalCells.Signature, await db.Consents.AsNoTracking().FindOrRefuseAsync(input.RecordId), c => Of(c.Signature), input),
            _ => Open(db, PersonalCells.Phone, await db.Households.AsNoTracking().FindOrRefuseAsync(input.RecordId), h => h.Phone, input),
        };
    });

    // Nobody looks for these: they have no index.
    private static Sealed? Of(byte[]? cipher) => cipher is null ? null : new(cipher, []);

    private string? Open<T>(AppDb db, string cell, T record, Func<T, Sealed?> value, Input input) where T : Entity, IVillageOwned
    {
        db.Operation.Concerns(record.VillageId);
        db.AuditChanges.Add(AuditChange.Look(db.Operation, typeof(T).Name, record.Id, input.Field.ToString(), input.Reason));
        return value(record) is { } secret ? vault.Open(cell, record.Id, secret) : null;
    }
}

/// <summary>A value that can be shown in clear.</summary>
public enum RevealedField { IdNumber, Phone, HealthNote, Signature }
