using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Takes a list of the insurer in, and asks for its check. The register stays as it is.</summary>
public sealed class UploadInsurerList(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <param name="Id">The list's id, made by whoever received the file; the job's id as well.</param>
    public sealed record Input(Guid Id, string FileName, ReadOnlyMemory<byte> Content);

    /// <summary>A file with a name.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <param name="ListId">The list: this one, or the one that brought the same file before.</param>
    /// <param name="WasThere">Whether it is the one before.</param>
    public sealed record View(Guid ListId, bool WasThere, Guid StaffId);

    /// <summary>Takes it in. Refused: a file that no reader should touch.</summary>
    public Task<View> RunAsync(Input input) => gate.ChangeAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        if (input.Content.Length > UploadRoster.MostBytes) throw new RosterRefused(FileFault.TooBig);
        var content = input.Content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await db.InsurerLists.OrderByDescending(l => l.At).FirstOrDefaultAsync(l => l.FileHash == hash && l.State != InsurerListState.Refused) is { } first) return new View(first.Id, true, db.Actor.StaffId);
        RosterFile.Refuse(content);
        await RosterFile.PutAsync(store, vault, input.Id, content);
        db.Add(new InsurerList(input.Id, input.FileName, hash, db.Actor.StaffId, clock.GetUtcNow()));
        db.Add(InsurerListJobs.Begin(input.Id, input.Id, db.Actor.StaffId, clock.GetUtcNow()));
        return new View(input.Id, false, db.Actor.StaffId);
    });
}
