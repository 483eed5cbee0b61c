/** The article of a page as Readability finds it in linkedom's tree; empty where it finds none. */
export declare const readableText: (html: string) => string;
