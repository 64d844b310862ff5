namespace VillageInsurance.UseCases.Papers;

/// <summary>What a job that prints all certificates of a year was asked for.</summary>
public sealed record CertificateJob(int Year);

/// <summary>What came of it: how many certificates, and the Word file in the store.</summary>
public sealed record CertificateFile(Guid FileId, int Count, string FirstNumber, string LastNumber);
