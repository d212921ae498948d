// What the build understands beside TypeScript.
/// <reference types="vite/client" />
