namespace VillageInsurance.UseCases.Documents;

/// <summary>Rules of attachments.</summary>
public enum DocumentRule { OnlyPhotosAndPdf, AFileIsAtMostTenMegabytes, APhotoIsAtMostFiveMegabytes, APhotoCanBeRead, TwoHundredMegabytesADay, AtMostTwentyFiles, OnlyTheUploaderRemovesOnTheSameDay }
